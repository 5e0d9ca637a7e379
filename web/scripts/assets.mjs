// Copies what the renderer needs out of the npm packages: Inter and Noto as TTF files (Typst reads no WOFF2) and the
// lucide icons of icons.json, each with its licence. Everything lands in src/footfall/render/assets, which git ignores.
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "../node_modules");
const target = join(here, "../../src/footfall/render/assets");

const FACES = {
  "inter/400Regular/Inter_400Regular.ttf": "Inter-Regular.ttf",
  "inter/400Regular_Italic/Inter_400Regular_Italic.ttf": "Inter-Italic.ttf",
  "inter/500Medium/Inter_500Medium.ttf": "Inter-Medium.ttf",
  "inter/600SemiBold/Inter_600SemiBold.ttf": "Inter-SemiBold.ttf",
  "inter/700Bold/Inter_700Bold.ttf": "Inter-Bold.ttf",
  "inter/LICENSE_FONT": "LICENSE",
  "noto-emoji/400Regular/NotoEmoji_400Regular.ttf": "NotoEmoji-Regular.ttf",
  "noto-emoji/LICENSE_FONT": "LICENSE-NotoEmoji",
  "noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf": "NotoSansArabic-Regular.ttf",
  "noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf": "NotoSansArabic-SemiBold.ttf",
  "noto-sans-arabic/LICENSE_FONT": "LICENSE-NotoSansArabic",
  "noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf": "NotoSansHebrew-Regular.ttf",
  "noto-sans-hebrew/600SemiBold/NotoSansHebrew_600SemiBold.ttf": "NotoSansHebrew-SemiBold.ttf",
  "noto-sans-hebrew/LICENSE_FONT": "LICENSE-NotoSansHebrew",
  "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf": "NotoSansSC-Regular.ttf",
  "noto-sans-sc/LICENSE_FONT": "LICENSE-NotoSansSC",
  "noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf": "NotoSansKR-Regular.ttf",
  "noto-sans-kr/LICENSE_FONT": "LICENSE-NotoSansKR",
};

function copy(from, to) {
  cpSync(join(packages, from), join(target, to));
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const [from, to] of Object.entries(FACES)) copy(join("@expo-google-fonts", from), join("fonts", to));
const icons = JSON.parse(readFileSync(join(here, "icons.json"), "utf8"));
for (const name of icons) copy(join("lucide-static/icons", `${name}.svg`), join("icons", `${name}.svg`));
copy("lucide-static/LICENSE", "icons/LICENSE");
const fonts = Object.values(FACES).filter((name) => name.endsWith(".ttf"));
console.log(`assets: ${fonts.length} fonts and ${icons.length} icons with their licences`);
