/** Larger type, on or off; remembered by the browser. */
import { useState } from "react";
import { isLarge, setLarge } from "../large-type.ts";

export function LargeTypeButton() {
  const [large, setHere] = useState(isLarge);
  const toggle = () => {
    setLarge(!large);
    setHere(!large);
  };
  return (
    <button type="button" className="button quiet" aria-pressed={large} onClick={toggle}>
      大字
    </button>
  );
}
