import type { ContactUi } from './contactUi.ts';
import { EmailField } from './EmailField.tsx';
import { emailFlowModule } from './emailFlowModule.ts';

export const emailUi: ContactUi = {
  kind: 'email',
  flowModule: emailFlowModule,
  Field: EmailField,
  words: { bind: 'bindEmail', codeHint: 'emailCodeHint', bound: 'emailBound' },
};
