// What goes over the network: live documents, the routes, who sits here.

export * from "./api";
export { type Identity, identity, rename, subscribeIdentity } from "./identity";
export type { Notice } from "./notices";
export {
  addressOf,
  bring,
  bringAgain,
  forget,
  PICTURES,
  pictureAmong,
  type Sending,
  sendingFor,
  subscribeSending,
} from "./pictures";
export type { Whereabouts } from "./presence";
export {
  type DocumentSession,
  openDocument,
  type SaveState,
  type SaveStatus,
  type Snapshot,
} from "./session";
