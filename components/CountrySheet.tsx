import { Combobox } from '@base-ui/react/combobox';
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { useMessages } from '../src/account/AccountContext.ts';
import { followViewport } from './followViewport.ts';
import { showInTopLayer } from './showInTopLayer.ts';

export interface CountrySheetProps {
  searchRef: RefObject<HTMLInputElement | null>;
  onClose: () => void;
  children: ReactNode;
}

/** The popup: beside the button, or as high as the screen where that is narrow. */
export function CountrySheet({ searchRef, onClose, children }: CountrySheetProps) {
  const messages = useMessages();
  const popupRef = useRef<HTMLDivElement>(null);
  const closeRef = useRef<HTMLButtonElement>(null);
  const latestClose = useRef(onClose);
  latestClose.current = onClose;

  useLayoutEffect(() => {
    const popup = popupRef.current;
    const layer = popup?.closest<HTMLElement>('[popover]');
    if (!popup || !layer) return;
    showInTopLayer(layer);
    const stopFollowing = followViewport(layer);

    function onKeyDown(event: KeyboardEvent) {
      if (event.isComposing || event.keyCode === 229) return;
      const { key, target, shiftKey } = event;
      if (key === 'Escape') {
        // Heard here, below any dialog of the host's, which must not close with the list.
        event.preventDefault();
        event.stopPropagation();
        latestClose.current();
      } else if (key === 'Tab') {
        const goesToClose = target !== closeRef.current && !shiftKey && isShown(closeRef.current);
        const goesToSearch = target === closeRef.current && shiftKey;
        // From the button, which has the focus then, the browser moves on.
        if (!goesToClose && !goesToSearch) latestClose.current();
      } else if (target === popup && (key.length === 1 || key.startsWith('Arrow'))) {
        searchRef.current?.focus();
      }
    }
    popup.addEventListener('keydown', onKeyDown);
    return () => {
      popup.removeEventListener('keydown', onKeyDown);
      stopFollowing();
    };
  }, [searchRef]);

  return (
    <Combobox.Popup
      ref={popupRef}
      className="genauth-popup"
      aria-label={messages.chooseCountry}
      initialFocus={() => (hasFinePointer() ? searchRef.current : popupRef.current)}
      finalFocus={false}
      // Base UI passes the focus on to the search, which brings up the keyboard of a phone.
      onFocus={(event) => hasFinePointer() || event.preventBaseUIHandler()}
    >
      {children}
      <button
        ref={closeRef}
        type="button"
        className="genauth-sheet-close"
        aria-label={messages.close}
        onClick={onClose}
      />
    </Combobox.Popup>
  );
}

const hasFinePointer = () => !globalThis.matchMedia?.('(pointer: coarse)').matches;

const isShown = (element: HTMLElement | null) => (element?.getClientRects().length ?? 0) > 0;
