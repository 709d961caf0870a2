import { useRef } from 'react';
import type { Messages } from '../src/i18n/en.ts';
import { BindContactForm } from './BindContactForm.tsx';
import type { ContactWidgetProps, Done } from './ContactWidgetProps.ts';
import type { ContactUi } from './contactUi.ts';
import type { CountryOptions } from './useRules.ts';
import { Widget } from './Widget.tsx';

interface BindContactProps {
  ui: ContactUi;
  // Read from the words, not looked up by name: a form for phones is not to load those of e-mail.
  words: (messages: Messages) => { bind: string; codeHint: string };
  props: ContactWidgetProps & CountryOptions;
  onBound: ((done: Done) => void) | undefined;
}

/** Binding a first contact as a widget of its own. */
export function BindContact({ ui, words, props, onBound }: BindContactProps) {
  const root = useRef<HTMLElement>(null);
  const { headingLevel, className, ...options } = props;
  return (
    <Widget
      title={(messages) => words(messages).bind}
      headingLevel={headingLevel}
      className={className}
      onError={options.onError}
      rootRef={root}
    >
      {(messages) => (
        <BindContactForm
          ui={ui}
          submitLabel={words(messages).bind}
          codeHint={words(messages).codeHint}
          options={options}
          onDone={(done) => {
            // The button that had the focus goes away with the fields.
            root.current?.focus();
            onBound?.(done);
          }}
        />
      )}
    </Widget>
  );
}
