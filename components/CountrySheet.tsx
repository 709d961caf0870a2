import {
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { useMessages } from '../src/account/AccountContext.ts';
import { followViewport } from './followViewport.ts';
import { isCharacter } from './isCharacter.ts';
import { isComposed } from './isComposed.ts';
import { layOutAhead } from './layOutAhead.ts';
import { modalSheet } from './modalSheet.ts';
import { placeBeside } from './placeBeside.ts';
import { showInTopLayer } from './showInTopLayer.ts';
import { useStable } from './useStable.ts';
import { whenAskedToClose } from './whenAskedToClose.ts';
import { whenLeft } from './whenLeft.ts';

export interface CountrySheetProps {
  anchorRef: RefObject<HTMLElement | null>;
  searchRef: RefObject<HTMLInputElement | null>;
  isOpen: boolean;
  onClose: (goesBack?: boolean) => void;
  children: ReactNode;
}

/** The popup: beside the button, or as high as the screen where that is narrow. Not displayed while it is closed. */
export function CountrySheet({
  anchorRef,
  searchRef,
  isOpen,
  onClose,
  children,
}: CountrySheetProps) {
  const messages = useMessages();
  const popupRef = useRef<HTMLDivElement>(null);
  const closeRef = useRef<HTMLButtonElement>(null);
  const close = useStable(onClose);

  useLayoutEffect(() => {
    const popup = popupRef.current;
    const anchor = anchorRef.current;
    if (!isOpen || !popup || !anchor) return;

    function onKeyDown(event: KeyboardEvent) {
      if (isComposed(event)) return;
      const { key, target, shiftKey } = event;
      if (key === 'Escape') {
        // Heard here, below any dialog of the host's, which must not close with the list.
        event.preventDefault();
        event.stopPropagation();
        close();
      } else if (key === 'Tab') {
        const goesToClose = target !== closeRef.current && !shiftKey && isShown(closeRef.current);
        const goesToSearch = target === closeRef.current && shiftKey;
        // From the button, which has the focus then, the browser moves on.
        if (!goesToClose && !goesToSearch) close();
      } else if (target === popup && (key.length === 1 || key.startsWith('Arrow'))) {
        if (isCharacter(event)) event.stopPropagation();
        searchRef.current?.focus();
      }
    }

    popup.addEventListener('keydown', onKeyDown);
    const ends = [
      () => popup.removeEventListener('keydown', onKeyDown),
      followViewport(popup),
      placeBeside(popup, anchor),
      showInTopLayer(popup),
      whenLeft(popup, anchor, close),
      whenAskedToClose(popup, close),
      modalSheet(popup),
    ];
    // A search that has the focus brings up the keyboard of a phone.
    (hasFinePointer() ? searchRef.current : popup)?.focus({ preventScroll: true });
    return () => {
      for (const end of ends) end();
    };
  }, [isOpen, anchorRef, searchRef, close]);

  useEffect(() => {
    if (popupRef.current) layOutAhead(popupRef.current);
  }, []);

  // For good: in another place React would make other elements.
  const [place] = useState(
    () => anchorRef.current?.closest<HTMLElement>('.genauth') ?? document.body,
  );
  return createPortal(
    <div
      ref={popupRef}
      className="genauth-popup"
      popover="manual"
      hidden
      role="dialog"
      aria-label={messages.chooseCountry}
      tabIndex={-1}
    >
      {children}
      <button
        ref={closeRef}
        type="button"
        className="genauth-sheet-close"
        aria-label={messages.close}
        onClick={() => onClose()}
      />
    </div>,
    place,
  );
}

const hasFinePointer = () => !globalThis.matchMedia?.('(pointer: coarse)').matches;

const isShown = (element: HTMLElement | null) => (element?.getClientRects().length ?? 0) > 0;
