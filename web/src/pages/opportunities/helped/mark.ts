// What cards of a map say of their opportunity's effect; it comes with its texts.

export { spoken } from "../texts";
export { EffectMark } from "./EffectMark";
