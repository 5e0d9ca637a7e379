// What turns places of a map into opportunities; it comes with its texts, once somebody asks for it.

export { spoken } from "../../opportunities/texts";
export { OpportunityDialog } from "./OpportunityDialog";
export { OpportunityPart } from "./OpportunityPart";
