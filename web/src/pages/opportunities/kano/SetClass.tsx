import { t } from "@lingui/core/macro";
import { Lightbulb, Plus } from "lucide-react";
import { setField } from "../../../editor/ops";
import { shelve } from "../../../editor/shelf";
import type { KanoFound } from "../../../generated";
import { Button } from "../../../ui/Button";
import { plain } from "../../../ui/format";
import { Menu } from "../../../ui/Menu";
import { say } from "../../../ui/Toast";
import { useShelf, useShelved } from "../../library/context";
import { classFor, evidenceOf } from "./kano";
import { CLASS_WORDS } from "./words";

interface SetClassProps {
  feature: string;
  found: KanoFound;
  dataset: string;
}

/** The class of a feature, written on an opportunity with the answers as its evidence. */
export function SetClass({ feature, found, dataset }: SetClassProps) {
  const shelf = useShelf();
  const opportunities = useShelved("opportunity");
  const kano = classFor(found.kano);
  const { letter, n } = found.kano;
  if (!kano || !letter || shelf.isReadOnly) return null;
  const proof = () =>
    evidenceOf(
      found,
      dataset,
      t`Kano: ${feature} is ${CLASS_WORDS[letter]}, said ${plain(found.kano.counts[letter] ?? 0)} of ${plain(n)} customers`,
      new Date().toISOString(),
    );
  const set = (id: string) => {
    const one = opportunities.get(id);
    if (!one) return;
    shelf.edit([setField(id, "kano", kano), setField(id, "evidence", [...(one.evidence ?? []), proof()])]);
    say(t`${one.name}: ${CLASS_WORDS[letter]}`);
  };
  const add = () => {
    shelf.edit(shelve(shelf.records, "opportunity", { name: feature, kano, evidence: [proof()] }).ops);
    say(t`${feature}: ${CLASS_WORDS[letter]}`);
  };
  return (
    <Menu
      label={t`Set class of ${feature}`}
      trigger={
        <Button size="small" look="edged" aria-label={t`Set class of ${feature} on an opportunity`}>
          <Lightbulb size={13} /> {t`Set class`}
        </Button>
      }
      items={[
        ...[...opportunities].map(([id, { name }]) => ({ id, label: name, act: () => set(id) })),
        { id: "new", label: t`A new opportunity`, icon: <Plus size={13} />, act: add },
      ]}
    />
  );
}
