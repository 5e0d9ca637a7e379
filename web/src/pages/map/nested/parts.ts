// What shows of maps inside maps, in one bundle.

export { spoken } from "../../portfolio/texts";
export { NestedFields } from "./NestedFields";
export { OpensMap } from "./OpensMap";
export { TheWayThere } from "./TheWayThere";
export { Trail } from "./Trail";
