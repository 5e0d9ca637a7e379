import { later } from "../../ui/later";

// What other pages show of the evidence: it comes with its texts, and later than the page.

async function withTexts<Room>(room: Promise<Room>): Promise<Room> {
  const [come] = await Promise.all([room, import("./texts").then(({ spoken }) => spoken)]);
  return come;
}

export const CiteSource = later(async () => (await withTexts(import("./CiteSource"))).CiteSource);
export const GoingStale = later(async () => (await withTexts(import("./GoingStale"))).GoingStale);
