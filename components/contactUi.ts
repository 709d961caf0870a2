import type { ComponentType } from 'react';
import type { ContactKind } from '../src/account/contact.ts';
import type { FirstMessages } from '../src/i18n/en.ts';
import type { ContactMessages } from '../src/i18n/enContacts.ts';
import type { FlowMessages } from '../src/i18n/enFlow.ts';
import type { PublicConfig } from '../src/sdk/wire.ts';
import type { ContactFieldProps } from './CodeForm.tsx';
import type { Flow, PresentFlow } from './flow.ts';
import type { FlowModule } from './flowModule.ts';

type KeyOf<Words, Value> = {
  [Key in keyof Words]: Words[Key] extends Value ? Key : never;
}[keyof Words];
export type Label = KeyOf<FirstMessages & ContactMessages, string>;
export type DoneText = KeyOf<FlowMessages, (contact: string) => string>;

/** What a form needs to know of its contact before the code behind it has arrived: the looks of a column of the table. */
export interface ContactUi {
  kind: ContactKind;
  flowModule: FlowModule<Flow>;
  Field: ComponentType<ContactFieldProps>;
  /** Which messages speak of this contact. */
  words: { bind: Label; codeHint: Label; bound: DoneText };
}

/** The same for a contact that the account has. */
export interface PresentContactUi extends ContactUi {
  flowModule: FlowModule<PresentFlow>;
  /** Whether the tenant wants a code to the old contact of a change, too; unknown where it does not say. */
  verifiesOld: (settings: PublicConfig) => boolean | undefined;
  words: ContactUi['words'] & {
    name: Label;
    none: Label;
    change: Label;
    unbind: Label;
    changed: DoneText;
    unbound: DoneText;
  };
}
