import { plural, t } from "@lingui/core/macro";
import { ArrowLeft } from "lucide-react";
import { useRef, useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { ask, listExcerpts } from "../../../transport";
import { Button } from "../../../ui/Button";
import { plain } from "../../../ui/format";
import { datasetOf } from "../../asking";
import { Frame } from "../../Frame";
import { Problem } from "../../Problem";
import { useAsked } from "../../useAsked";
import { ExcerptRow } from "./ExcerptRow";
import { EVERYTHING, Filters, type Wanted } from "./Filters";
import { Summary } from "./Summary";
import "./excerpts.css";

const PAGE = 25;

/** What customers wrote: found by language, feeling, theme, question and words; what was told can be overruled. */
export function ExcerptsPage() {
  const { id = "" } = useParams();
  const [address] = useSearchParams();
  const [wanted, setWanted] = useState<Wanted>({ ...EVERYTHING, search: address.get("search") ?? "" });
  const [offset, setOffset] = useState(0);
  const { data: dataset } = useAsked(["dataset", id], () => datasetOf(id));
  const { data: asked, error } = useAsked(["excerpts", id, wanted, offset], () =>
    ask(listExcerpts({ path: { id }, query: { ...queryOf(wanted), offset, limit: PAGE } })),
  );
  // What was found last stands until the next is there, so that nobody loses the field in which they type.
  const last = useRef(asked);
  if (asked) last.current = asked;
  const data = last.current;
  const set = (part: Partial<Wanted>) => {
    setWanted({ ...wanted, ...part });
    setOffset(0);
  };
  return (
    <Frame
      title={t`What they wrote`}
      lead={
        <Link to={`/data/${id}`} className="link">
          <ArrowLeft size={13} aria-hidden /> {dataset?.name ?? t`Dataset`}
        </Link>
      }
    >
      {error ? <Problem error={error} /> : null}
      {data ? (
        <>
          <Filters wanted={wanted} set={set} counts={data.counts} />
          <p className="numbers" role="status">
            {foundInWords(data.total, data.all)}
          </p>
          <Summary counts={data.counts} wanted={wanted} set={set} />
          <ol className="excerpts">
            {data.rows.map((excerpt) => (
              <ExcerptRow key={`${excerpt.id}-${excerpt.time}`} dataset={id} excerpt={excerpt} />
            ))}
          </ol>
          <Pages offset={offset} total={data.total} go={setOffset} />
        </>
      ) : null}
    </Frame>
  );
}

function queryOf({ question, ...rest }: Wanted) {
  return question === null ? rest : { ...rest, question };
}

function foundInWords(total: number, all: number): string {
  const found = plural(total, { one: "# excerpt", other: "# excerpts" });
  return total === all ? found : t`${found} of ${plain(all)}`;
}

function Pages({ offset, total, go }: { offset: number; total: number; go: (offset: number) => void }) {
  if (total <= PAGE) return null;
  const turn = (to: number) => {
    go(to);
    window.scrollTo({ top: 0 });
  };
  return (
    <nav className="excerpt-pages" aria-label={t`Pages`}>
      <Button size="small" look="edged" isDisabled={offset === 0} onPress={() => turn(offset - PAGE)}>
        {t`Earlier`}
      </Button>
      <span className="caption numbers">
        {t`${plain(offset + 1)}–${plain(Math.min(total, offset + PAGE))} of ${plain(total)}`}
      </span>
      <Button
        size="small"
        look="edged"
        isDisabled={offset + PAGE >= total}
        onPress={() => turn(offset + PAGE)}
      >
        {t`Later`}
      </Button>
    </nav>
  );
}
