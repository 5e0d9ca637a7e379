import { t } from "@lingui/core/macro";
import { Languages, Moon, Sun, SunMoon } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/Button";
import {
  chooseLanguage,
  chosenLanguage,
  LANGUAGES,
  type Language,
  type LanguageChoice,
} from "../ui/language";
import { type Choice, Menu } from "../ui/Menu";
import { chooseTheme, chosenTheme, type Theme } from "../ui/theme";

const THEME_ICONS = { system: <SunMoon size={14} />, light: <Sun size={14} />, dark: <Moon size={14} /> };

export function useThemeChoices(): Choice[] {
  const [theme, setTheme] = useState(chosenTheme);
  const themes: [Theme, string][] = [
    ["system", t`As the system`],
    ["light", t`Light`],
    ["dark", t`Dark`],
  ];
  return themes.map(([id, label]) => ({
    id,
    label,
    icon: THEME_ICONS[id],
    isChosen: id === theme,
    act: () => {
      chooseTheme(id);
      setTheme(id);
    },
  }));
}

export function ThemeSwitch() {
  const items = useThemeChoices();
  return (
    <Menu
      label={t`Theme`}
      trigger={
        <Button className="button-icon" aria-label={t`Theme`}>
          <SunMoon size={16} />
        </Button>
      }
      items={items}
    />
  );
}

/** The languages, each in its own words; the page is drawn anew in the chosen one. */
export function languageChoices(): Choice[] {
  const chosen = chosenLanguage();
  const languages: [LanguageChoice, string][] = [
    ["browser", t`As the browser`],
    ...(Object.entries(LANGUAGES) as [Language, string][]),
  ];
  return languages.map(([id, label]) => ({
    id: `language-${id}`,
    label,
    icon: <Languages size={14} />,
    isChosen: id === chosen,
    act: () => void chooseLanguage(id),
  }));
}

export function LanguageSwitch() {
  return (
    <Menu
      label={t`Language`}
      trigger={
        <Button className="button-icon" aria-label={t`Language`}>
          <Languages size={16} />
        </Button>
      }
      items={languageChoices()}
    />
  );
}
