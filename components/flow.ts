import type { ContactColumn } from '../src/account/contact.ts';
import type * as CodeFlow from './codeFlow.ts';

/** What every flow brings: the steps, what they show, and what is particular to its contact. */
export type Flow = typeof CodeFlow & { contact: ContactColumn };
