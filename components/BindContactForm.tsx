import { CodeForm } from './CodeForm.tsx';
import type { FormOptions } from './ContactWidgetProps.ts';
import type { ContactUi } from './contactUi.ts';
import { type CountryOptions, useRules } from './useRules.ts';

export interface BindContactFormProps {
  ui: ContactUi;
  // Words, not their names: a form for phones is not to load those of e-mail.
  submitLabel: string;
  codeHint: string;
  options: FormOptions & CountryOptions;
  onDone: (result: { masked: string }) => void;
}

/** Binds a first contact of a kind. */
export function BindContactForm({
  ui,
  submitLabel,
  codeHint,
  options,
  onDone,
}: BindContactFormProps) {
  return (
    <CodeForm
      {...ui}
      purpose="bind"
      rules={useRules(options)}
      hooks={options}
      options={options}
      submitLabel={submitLabel}
      codeHint={codeHint}
      operation={ui.words.bind}
      doneText={ui.words.bound}
      act={async (...how) => {
        const { bindContact, contact } = await ui.flowModule.load();
        return bindContact(contact, ...how);
      }}
      onDone={onDone}
    />
  );
}
