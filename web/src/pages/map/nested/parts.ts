// What shows of maps inside maps, in one bundle.

export { spoken } from "../../portfolio/texts";
export { NestedFields } from "./NestedFields";
export { OpensMap } from "./OpensMap";
export { Related } from "./Related";
export { TheWayThere } from "./TheWayThere";
export { Trail } from "./Trail";
