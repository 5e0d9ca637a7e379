import { t } from "@lingui/core/macro";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button, IconButton } from "./Button";
import "./controls.css";

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  isWide?: boolean;
  role?: "dialog" | "alertdialog";
  children: ReactNode;
}

/** A dialog over the page; never for editing the text of a map. */
export function Dialog({ title, isOpen, onClose, isWide = false, role = "dialog", children }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable
      className="veil"
    >
      <Modal className={`dialog ${isWide ? "dialog-wide" : ""}`}>
        <AriaDialog role={role} className="dialog-body">
          {/* Not a header: while a dialog opens or closes, the page's own is there too, and it alone is the banner. */}
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton label={t`Close`} onPress={onClose}>
              <X size={16} />
            </IconButton>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ConfirmProps {
  title: string;
  children: ReactNode;
  verb: string;
  isOpen: boolean;
  onClose: () => void;
  onConfirm: () => void;
}

/** Asks once before something with content goes away. */
export function Confirm({ title, children, verb, isOpen, onClose, onConfirm }: ConfirmProps) {
  const confirm = () => {
    onConfirm();
    onClose();
  };
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} role="alertdialog">
      <div className="dialog-text">{children}</div>
      <footer className="dialog-foot">
        <Button look="edged" onPress={onClose} autoFocus>
          {t`Cancel`}
        </Button>
        <Button look="filled" onPress={confirm}>
          {verb}
        </Button>
      </footer>
    </Dialog>
  );
}
