import { createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MOVED } from '../../components/moved.ts';
import { defineOptions, OBSERVED_ATTRIBUTES, takeEarlyOptions } from './defineOptions.ts';
import { ElementContent } from './ElementContent.tsx';
import type { ElementOptions } from './ElementOptions.ts';
import { findMistake } from './findMistake.ts';
import { langAround, watchLangAround } from './pageLang.ts';
import { styleSheets } from './styleSheets.ts';

/** How long an element may be incomplete before its developer is told: pages set one option after another. */
const PATIENCE_MS = 1_000;

// A server that renders the page imports this, too, and knows no elements.
const Base: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * A widget for pages that are not made with React. Its options are attributes and properties, its hooks are events
 * (`GenAuthAccountEventMap`). What was typed stays when an option changes and when the element is moved.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the options are properties, defined below
export class GenAuthAccountElement extends Base {
  static readonly observedAttributes = OBSERVED_ATTRIBUTES;

  #content: Root | undefined;
  #endWatch: (() => void) | undefined;
  #isUpdateDue = false;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    // Asked to take the focus, the element gives it to the widget in it, whose name is then read.
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    root.adoptedStyleSheets = styleSheets();
  }

  connectedCallback(): void {
    clearTimeout(this.#leaving);
    if (this.#content) this.shadowRoot?.dispatchEvent(new Event(MOVED));
    takeEarlyOptions(this);
    this.connectedMoveCallback();
  }

  /** Called instead of the others by `moveBefore`. */
  connectedMoveCallback(): void {
    this.#endWatch?.();
    this.#endWatch = watchLangAround(this, () => this.#updateSoon());
    this.#updateSoon();
  }

  disconnectedCallback(): void {
    this.#endWatch?.();
    // Whoever moves an element takes it out first.
    this.#leaving = setTimeout(() => this.#leave());
  }

  /** Called for the options that are no attributes, too. */
  attributeChangedCallback(): void {
    this.#updateSoon();
  }

  /** Once for all options that are set in one go. */
  #updateSoon(): void {
    if (this.#isUpdateDue) return;
    this.#isUpdateDue = true;
    queueMicrotask(() => {
      this.#isUpdateDue = false;
      if (this.isConnected) this.#update();
    });
  }

  #update(): void {
    clearTimeout(this.#telling);
    const mistake = findMistake(this);
    if (mistake) this.#telling = setTimeout(tellDeveloper, PATIENCE_MS, mistake);
    if (!this.shadowRoot || (mistake && !this.#content)) return;
    this.#content ??= createRoot(this.shadowRoot);
    const locale = this.locale || langAround(this) || 'en';
    this.#content.render(mistake ? null : createElement(ElementContent, { element: this, locale }));
  }

  #leave(): void {
    clearTimeout(this.#telling);
    this.#content?.unmount();
    this.#content = undefined;
  }
}

export interface GenAuthAccountElement extends ElementOptions {}

defineOptions(GenAuthAccountElement.prototype);

function tellDeveloper(mistake: string): void {
  // biome-ignore lint/suspicious/noConsole: an element that shows nothing has to say why
  console.error(`<genauth-account> shows nothing: ${mistake}`);
}
