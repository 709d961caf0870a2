import type { ContactColumn, PresentContactColumn } from '../src/account/contact.ts';
import type * as CodeFlow from './codeFlow.ts';
import type * as OfPresent from './presentFlow.ts';

/** What every flow brings: the steps, what they show, and what is particular to its contact. */
export type Flow = typeof CodeFlow & { contact: ContactColumn };

/** A flow for a contact that the account has. */
export type PresentFlow = Flow & typeof OfPresent & { contact: PresentContactColumn };
