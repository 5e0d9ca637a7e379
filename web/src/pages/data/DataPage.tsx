import { Frame } from "../Frame";

export function DataPage() {
  return <Frame title="Data">{null}</Frame>;
}
