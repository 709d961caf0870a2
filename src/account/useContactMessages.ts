import { type ContactMessages, enContacts } from '../i18n/enContacts.ts';
import { useMessages } from './AccountContext.ts';
import { completedBy } from './completedBy.ts';

export const withContactMessages = /* @__PURE__ */ completedBy<ContactMessages>(enContacts);

/** The words of the widgets that keep a contact over its whole life. */
export const useContactMessages = () => withContactMessages(useMessages());
