import type { GenAuthAccountEventMap } from './events.ts';
import { GenAuthAccountElement } from './GenAuthAccountElement.ts';

export type { BeforeSendAnswer, BeforeSendInfo, NeedHelp, SendInfo } from '../account/hostHooks.ts';
export type { MessageOverrides } from '../i18n/en.ts';
export type { CountryCode } from '../phone/callingCodes.ts';
export type { Diagnostic } from '../sdk/diagnostic.ts';
export type { GenAuthError } from '../sdk/failure.ts';
export type { AccessTokenOptions } from '../sdk/options.ts';
export type { AccountView, ElementOptions } from './ElementOptions.ts';
export type {
  GenAuthAccountEventMap,
  GenAuthQuestionEvent,
  MaskedContact,
  OpenForm,
} from './events.ts';
export { GenAuthAccountElement };

const NAME = 'genauth-account';

declare global {
  interface HTMLElementTagNameMap {
    'genauth-account': GenAuthAccountElement;
  }
  // Of every element, of the document and of the window: the events pass them all.
  interface GlobalEventHandlersEventMap extends GenAuthAccountEventMap {}
}

const elements = globalThis.customElements;
if (elements?.get(NAME)) {
  // biome-ignore lint/suspicious/noConsole: whoever has two versions on a page has to know which one works
  console.warn(
    `<${NAME}> is defined already: the first script on the page stays, this one is idle.`,
  );
} else elements?.define(NAME, GenAuthAccountElement);
