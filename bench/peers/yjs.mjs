// A Yjs client as Hocuspocus makes it: a document of cards, and awareness of where people are.
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import WebSocket from "ws";
import * as Y from "yjs";

export function openYjs(address, name, hear) {
  const document = new Y.Doc();
  const cards = document.getMap("cards");
  const websocketProvider = new HocuspocusProviderWebsocket({ url: address, WebSocketPolyfill: WebSocket });

  cards.observeDeep((events, { local }) => {
    if (local) return;
    for (const event of events)
      if (event.target !== cards && event.keysChanged.has("text")) hear(event.target.get("text"));
  });

  return new Promise((opened) => {
    const provider = new HocuspocusProvider({
      websocketProvider,
      name: "map",
      document,
      onSynced: () => {
        if (!client.isOpen) opened(Object.assign(client, { isOpen: true }));
      },
    });
    const client = {
      fill(count) {
        for (let at = 0; at < count; at += 1) cards.set(`card-${at}`, new Y.Map([["text", `card ${at}`]]));
      },
      edit(card, words, sending) {
        const text = `${words} ${name}`;
        sending(text);
        cards.get(card).set("text", text);
        provider.setAwarenessField("cell", { card, editing: true });
      },
      close: () => {
        provider.destroy();
        websocketProvider.destroy();
      },
    };
    provider.attach();
  });
}
