import { i18n } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { FileText } from "lucide-react";
import { useState } from "react";
import { Dialog } from "../../ui/Dialog";
import type { Choice, Choices } from "../../ui/Menu";
import { Select } from "../../ui/Select";
import { saveFrom } from "../saving";
import { useEditor, useTools } from "./context";
import { exportChoices } from "./TopBar";

const LAYOUTS = {
  grid: [msg`Grid`, msg`everything, stages over steps over lanes`],
  wheel: [msg`Experience wheel`, msg`the persona in the middle, the journey around`],
  blueprint: [msg`Service blueprint`, msg`customers over frontstage over backstage`],
  timeline: [msg`Timeline to scale`, msg`how long each stage should take`],
  persona: [msg`Persona sheet`, msg`with the empathy map`],
  matrix: [msg`Moments of truth`, msg`touchpoints by importance and quality`],
  storyboard: [msg`Storyboard`, msg`scene by scene`],
} as const;

const PAPERS = ["a0", "a1", "a2", "a3", "a4", "letter", "legal", "tabloid"];

/** The map as a file, in a choice of layouts, papers and kinds: what Ctrl+P opens instead of the browser's printing. */
export function ExportDialog({ id }: { id: string }) {
  const { store } = useTools();
  const isOpen = useEditor((state) => state.dialog === "export");
  const close = () => store.set({ dialog: "" });
  return (
    <Dialog title={t`Export the map`} isOpen={isOpen} onClose={close}>
      <Choosing id={id} onDone={close} />
    </Dialog>
  );
}

function Choosing({ id, onDone }: { id: string; onDone: () => void }) {
  const own = useEditor((state) => state.sheet.header.layout);
  const [layout, setLayout] = useState<string>(own ?? "grid");
  const [paper, setPaper] = useState("content");
  const [isTiled, setTiled] = useState(false);
  const [theme, setTheme] = useState("");
  const look = {
    layout,
    ...(theme ? { theme } : {}),
    ...(paper === "content" ? {} : { paper, tiled: String(isTiled) }),
  };
  return (
    <>
      <div className="export-look">
        <LayoutChoice value={layout} onChange={setLayout} />
        <ColourChoice value={theme} onChange={setTheme} />
        <PaperChoice value={paper} onChange={setPaper} />
        {paper === "content" ? null : (
          <label className="export-tiled">
            <input type="checkbox" checked={isTiled} onChange={(event) => setTiled(event.target.checked)} />
            {t`In tiles, at its own size`}
          </label>
        )}
      </div>
      <ChoiceList choices={exportChoices(id, look)} onDone={onDone} />
      <p className="caption export-hint">{t`Paper is for PDF. A picture and a page without paper are as large as the map.`}</p>
      <h3 className="export-head">{t`For other tools`}</h3>
      <ChoiceList choices={otherTools(id)} onDone={onDone} />
    </>
  );
}

/** Kinds of files to choose from. */
function ChoiceList({ choices, onDone }: { choices: Choices; onDone: () => void }) {
  return (
    <ul className="export-list">
      {choices.map((choice) =>
        choice === "line" ? null : (
          <li key={choice.id}>
            <button
              type="button"
              className="menu-item export-choice"
              onClick={() => {
                onDone();
                choice.act();
              }}
            >
              <span className="menu-icon">{choice.icon}</span>
              <span className="menu-label">
                {choice.label}
                {choice.hint ? <span className="caption">{choice.hint}</span> : null}
              </span>
            </button>
          </li>
        ),
      )}
    </ul>
  );
}

/** Formats of other tools; what one has no place for is said. */
function otherTools(id: string): Choice[] {
  const kinds = [
    ["xlsx", t`Excel`, t`to edit and bring back`],
    ["csv", "CSV", t`a row for each card`],
    ["markdown", t`Markdown`, t`a table`],
    ["mermaid", t`Mermaid`, t`a journey diagram`],
    ["ojf", t`OpenJourney`, "*.ojf"],
    ["cjml", "CJML", "*.cjml"],
    ["json", "JSON", t`for programs`],
  ] as const;
  return kinds.map(([format, label, hint]) => ({
    id: format,
    label,
    hint,
    icon: <FileText size={14} />,
    act: () => void saveFrom(`/api/v1/maps/${id}/export?format=${format}`),
  }));
}

interface ChoiceProps {
  value: string;
  onChange: (value: string) => void;
}

function LayoutChoice({ value, onChange }: ChoiceProps) {
  const options = Object.entries(LAYOUTS).map(([id, [label, hint]]) => ({
    id,
    label: i18n._(label),
    hint: i18n._(hint),
  }));
  return <Select label={t`Layout`} value={value} options={options} onChange={onChange} />;
}

function PaperChoice({ value, onChange }: ChoiceProps) {
  const sizes = PAPERS.map((id) => ({
    id,
    label: id.length === 2 ? id.toUpperCase() : id[0]?.toUpperCase() + id.slice(1),
  }));
  const options = [{ id: "content", label: t`As large as the map` }, ...sizes];
  return <Select label={t`Paper of a PDF`} value={value} options={options} onChange={onChange} />;
}

function ColourChoice({ value, onChange }: ChoiceProps) {
  const options = [
    { id: "", label: t`As on this screen` },
    { id: "light", label: t`Light` },
    { id: "dark", label: t`Dark` },
    { id: "print", label: t`For a printer`, hint: t`black on white, without tints` },
  ];
  return <Select label={t`Colours`} value={value} options={options} onChange={onChange} />;
}
