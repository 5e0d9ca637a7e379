import { t } from "@lingui/core/macro";
import {
  ChevronLeft,
  Download,
  FileText,
  History,
  Image,
  Keyboard,
  LayoutTemplate,
  MessageSquare,
  PanelRight,
  Presentation,
  Redo2,
  Shapes,
  Undo2,
  Waypoints,
} from "lucide-react";
import { Link } from "react-router";
import { run } from "../../editor/commands";
import { keysOf } from "../../editor/keymap";
import { setField } from "../../editor/ops";
import type { Snapshot } from "../../transport";
import { Button, IconButton } from "../../ui/Button";
import { type Choice, type Choices, Menu } from "../../ui/Menu";
import { paintedTheme } from "../../ui/theme";
import { useDraft } from "../../ui/useDraft";
import { SaveState } from "../SaveState";
import { LanguageSwitch, ThemeSwitch } from "../Switches";
import { openWords } from "./Beside";
import { useCommenting } from "./commenting";
import { type Tools, useEditor, useTools } from "./context";
import { FamilyMenu } from "./FamilyMenu";
import { People } from "./People";
import { PhoneMenu, saveFrom } from "./parts";

interface TopBarProps {
  id: string;
  snapshot: Snapshot;
  isPhone: boolean;
}

/** The bar on top: where one is, whether it is saved, who else is here, and what one can do with the whole map. */
export function TopBar({ id, snapshot, isPhone }: TopBarProps) {
  const tools = useTools();
  const isPanelOpen = useEditor((state) => state.isPanelOpen);
  const panel = useEditor((state) => state.panel);
  const dataset = useEditor((state) => state.sheet.header.dataset);
  const exports = [...exportChoices(id), moreChoice(tools), "line" as const, templateChoice(tools)];
  return (
    <header className="top-bar">
      <Link to="/" className="button button-quiet button-normal back">
        <ChevronLeft size={16} aria-hidden />{" "}
        {isPhone ? <span className="only-read">{t`Maps`}</span> : t`Maps`}
      </Link>
      <span className="top-rule" />
      <div className="top-title">
        <Title />
        {isPhone ? null : <FamilyMenu id={id} />}
        <SaveState snapshot={snapshot} />
      </div>
      {dataset && !isPhone ? (
        <Link to={`/explore/${dataset}?map=${id}`} className="button button-quiet button-normal">
          <Waypoints size={15} aria-hidden /> {t`Explore`}
        </Link>
      ) : null}
      <People isPhone={isPhone} />
      {isPhone ? (
        <PhoneMenu id={id} exports={exports} snapshot={snapshot} />
      ) : (
        <>
          <IconButton
            label={t`Undo`}
            keys={keysOf("undo")}
            onPress={tools.undo}
            isDisabled={!snapshot.canUndo}
          >
            <Undo2 size={16} />
          </IconButton>
          <IconButton
            label={t`Redo`}
            keys={keysOf("redo")}
            onPress={tools.redo}
            isDisabled={!snapshot.canRedo}
          >
            <Redo2 size={16} />
          </IconButton>
          <ThemeSwitch />
          <LanguageSwitch />
          <IconButton
            label={t`Keyboard shortcuts`}
            keys="?"
            onPress={() => tools.store.set({ dialog: "shortcuts" })}
          >
            <Keyboard size={16} />
          </IconButton>
          <CommentsButton isShown={isPanelOpen && panel === "comments"} />
          <IconButton
            label={t`History`}
            aria-pressed={isPanelOpen && panel === "history"}
            onPress={() => run("history", tools)}
          >
            <History size={16} />
          </IconButton>
          <Button
            aria-pressed={isPanelOpen && panel === "details"}
            onPress={() =>
              tools.store.set({ isPanelOpen: !isPanelOpen || panel !== "details", panel: "details" })
            }
          >
            <PanelRight size={15} /> {t`Details`}
          </Button>
          <Menu
            label={t`Export as`}
            trigger={
              <Button look="filled">
                <Download size={15} /> {t`Export`}
              </Button>
            }
            items={exports}
          />
        </>
      )}
    </header>
  );
}

/** The comments, with the number of open threads. */
function CommentsButton({ isShown }: { isShown: boolean }) {
  const tools = useTools();
  const { threads } = useCommenting();
  const open = threads.filter(({ state }) => state === "open").length;
  return (
    <IconButton
      label={open > 0 ? `${t`Comments`}, ${openWords(open)}` : t`Comments`}
      aria-pressed={isShown}
      onPress={() => run("comments", tools)}
    >
      <MessageSquare size={16} />
      {open > 0 ? <span className="top-count numbers">{open}</span> : null}
    </IconButton>
  );
}

/** The kinds of files; `look` says how a picture looks, and is the map's own way without it. */
export function exportChoices(id: string, look: Record<string, string> = {}): Choices {
  const get = (format: string) => () => {
    const isPicture = ["pdf", "svg", "png"].includes(format);
    const theme = isPicture ? paintedTheme() : "light";
    const asked = new URLSearchParams({ format, theme, ...look });
    if (!isPicture) asked.delete("layout");
    if (format !== "pdf") for (const name of ["paper", "tiled"]) asked.delete(name);
    void saveFrom(`/api/v1/maps/${id}/export?${asked}`);
  };
  return [
    {
      id: "pdf",
      label: "PDF",
      hint: t`to print or to hang up`,
      icon: <FileText size={14} />,
      act: get("pdf"),
    },
    { id: "svg", label: "SVG", hint: t`a picture that scales`, icon: <Image size={14} />, act: get("svg") },
    { id: "png", label: "PNG", hint: t`a picture to paste`, icon: <Image size={14} />, act: get("png") },
    {
      id: "pptx",
      label: t`Slides`,
      hint: t`PowerPoint, to change and to present`,
      icon: <Presentation size={14} />,
      act: get("pptx"),
    },
    {
      id: "html",
      label: t`Web page`,
      hint: t`one file, to send and to read`,
      icon: <FileText size={14} />,
      act: get("html"),
    },
    "line",
    {
      id: "yaml",
      label: t`Text`,
      hint: t`*.journey.yaml, nothing lost`,
      icon: <FileText size={14} />,
      act: get("yaml"),
    },
  ];
}

/** The dialog with all layouts and paper. */
export function moreChoice(tools: Tools): Choice {
  return {
    id: "more",
    label: t`More layouts and paper`,
    hint: t`wheel, blueprint, A4, Excel, Mermaid …`,
    icon: <Shapes size={14} />,
    act: () => setTimeout(() => run("export", tools)),
  };
}

/** Keep the map as something to begin other maps with. */
function templateChoice(tools: Tools): Choice {
  return {
    id: "template",
    label: t`Save as template`,
    hint: t`to begin other maps with`,
    icon: <LayoutTemplate size={14} />,
    act: () => setTimeout(() => run("keepTemplate", tools)),
  };
}

function Title() {
  const tools = useTools();
  const title = useEditor((state) => state.sheet.header.title);
  const change = (value: string, base: string) => {
    if (value.trim()) tools.edit([setField("map", "title", value, base)]);
  };
  const { draft, type, flush } = useDraft(title, change);
  return (
    <h1 className="map-title">
      <span className="map-title-twin" aria-hidden>
        {draft}
      </span>
      <input
        aria-label={t`Title of the map`}
        dir="auto"
        value={draft}
        maxLength={500}
        readOnly={tools.isReadOnly}
        onChange={(event) => type(event.target.value)}
        onBlur={flush}
        onKeyDown={(event) =>
          event.key === "Enter" || event.key === "Escape" ? event.currentTarget.blur() : undefined
        }
      />
    </h1>
  );
}
