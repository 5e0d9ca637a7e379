import { plural, t } from "@lingui/core/macro";
import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Link, useSearchParams } from "react-router";
import type { Hit, HitGroup } from "../../generated";
import { ask, searchEverything } from "../../transport";
import { Frame } from "../Frame";
import { Problem } from "../Problem";
import { useAsked } from "../useAsked";
import { addressOf } from "./addresses";
import { Marked } from "./Marked";
import { KINDS } from "./words";
import "./search.css";

const CALM = 200; // milliseconds without a key until it is asked

/** Everything that people wrote, by its words: maps, what stands on them, the library, what customers said. */
export function SearchPage() {
  const [address, setAddress] = useSearchParams();
  const query = address.get("q") ?? "";
  const [typed, setTyped] = useState(query);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (typed.trim() !== query) setAddress(typed.trim() ? { q: typed.trim() } : {}, { replace: true });
    }, CALM);
    return () => clearTimeout(timer);
  }, [typed, query, setAddress]);
  const documents = useAsked(
    ["search", query],
    () => ask(searchEverything({ query: { q: query } })),
    query !== "",
  );
  const said = useAsked(
    ["search", query, "excerpts"],
    () => ask(searchEverything({ query: { q: query, among: "excerpts" } })),
    query !== "",
  );
  const groups = [...(documents.data?.groups ?? []), ...(said.data?.groups ?? [])];
  const isDone = query !== "" && documents.data !== undefined && said.data !== undefined;
  const walk = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const links = [...(list.current?.querySelectorAll<HTMLElement>("a, input") ?? [])];
    const here = links.indexOf(document.activeElement as HTMLElement);
    links[Math.max(0, Math.min(links.length - 1, here + by))]?.focus();
  };
  return (
    <Frame title={t`Search`}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys go from one result to the next */}
      <div ref={list} className="search" onKeyDown={walk}>
        <label className="search-field">
          <Search size={16} aria-hidden />
          <span className="only-read">{t`Search everything`}</span>
          <input
            className="input"
            type="search"
            ref={field}
            dir="auto"
            maxLength={200}
            value={typed}
            placeholder={t`A word of a map, a card, a persona, an opportunity …`}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        {documents.error ? <Problem error={documents.error} /> : null}
        {said.error ? <Problem error={said.error} /> : null}
        <p role="status" className="caption numbers">
          {query === ""
            ? t`Maps, stages, steps, cards, the library, and what customers wrote; accents and capitals do not matter.`
            : isDone
              ? foundInWords(groups)
              : t`Searching`}
        </p>
        {groups.map((group) => (
          <Hits key={group.kind} group={group} query={query} />
        ))}
      </div>
    </Frame>
  );
}

function foundInWords(groups: readonly HitGroup[]): string {
  const found = groups.reduce((sum, group) => sum + group.found, 0);
  return found === 0
    ? t`Nothing holds all these words. Try fewer, or a part of one.`
    : plural(found, { one: "# found", other: "# found" });
}

function Hits({ group, query }: { group: HitGroup; query: string }) {
  const { kind, found, hits } = group;
  return (
    <section aria-label={KINDS[kind]}>
      <h2>
        {KINDS[kind]} <span className="caption numbers">{found}</span>
      </h2>
      <ul>
        {hits.map((hit) => (
          <li key={`${hit.document} ${hit.id}`}>
            <Found hit={hit} query={query} />
          </li>
        ))}
      </ul>
      {found > hits.length ? (
        <p className="caption numbers">
          {plural(found - hits.length, {
            one: "and # more: another word finds it",
            other: "and # more: another word finds them",
          })}
        </p>
      ) : null}
    </section>
  );
}

function Found({ hit, query }: { hit: Hit; query: string }) {
  return (
    <Link to={addressOf(hit, query)} className="search-hit">
      <span dir="auto">
        <Marked text={hit.text} query={query} />
      </span>
      {hit.title && hit.kind !== "map" ? (
        <span className="caption" dir="auto">
          {hit.title}
        </span>
      ) : null}
    </Link>
  );
}
