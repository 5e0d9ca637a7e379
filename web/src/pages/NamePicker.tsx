import { t } from "@lingui/core/macro";
import { useState, useSyncExternalStore } from "react";
import { identity, subscribeIdentity } from "../transport";
import { Button } from "../ui/Button";
import { later } from "../ui/later";
import { Avatar } from "../ui/Marks";

const NameDialog = later(async () => (await import("./NameDialog")).NameDialog);

export function useIdentity() {
  return useSyncExternalStore(subscribeIdentity, identity);
}

/** Who sits here: a name picked once, kept in this browser, shown to those who edit beside you. */
export function NamePicker() {
  const { name } = useIdentity();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)} className="name-picker">
        <Avatar name={name || "?"} size={22} />
        <span>{name || t`Who are you?`}</span>
      </Button>
      {isOpen ? <NameDialog name={name} onDone={() => setOpen(false)} /> : null}
    </>
  );
}
