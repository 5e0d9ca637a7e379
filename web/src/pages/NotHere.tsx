import { Link } from "react-router";
import { Frame } from "./Frame";

export function NotHere() {
  return (
    <Frame title="Nothing here">
      <p>
        There is no page at this address. <Link to="/">Go to all maps</Link>
      </p>
    </Frame>
  );
}
