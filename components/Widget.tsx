import { type ReactNode, type Ref, useId } from 'react';
import { useAccount } from '../src/account/AccountContext.ts';
import { catalogueOf } from '../src/i18n/catalogue.ts';
import type { Messages } from '../src/i18n/en.ts';
import { WidgetBoundary } from './WidgetBoundary.tsx';

export interface WidgetProps {
  title: (messages: Messages) => string;
  /** Level of the heading in the host's page. Default 2. */
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  className?: string | undefined;
  onError?: ((error: Error) => void) | undefined;
  rootRef: Ref<HTMLElement>;
  /** Rendered once its words are there. */
  children: (messages: Messages) => ReactNode;
}

/** The frame of every widget: theme, language, heading, and a fallback should it break. */
export function Widget({
  title,
  headingLevel = 2,
  className,
  onError,
  rootRef,
  children,
}: WidgetProps) {
  const { locale, messages } = useAccount();
  const titleId = useId();
  const Heading = `h${headingLevel}` as const;
  const classes = ['genauth', className].filter(Boolean).join(' ');
  if (!messages) return <section className={classes} aria-busy="true" ref={rootRef} />;
  return (
    <section
      className={classes}
      aria-labelledby={titleId}
      lang={catalogueOf(locale)}
      tabIndex={-1}
      ref={rootRef}
    >
      <Heading className="genauth-title" id={titleId}>
        {title(messages)}
      </Heading>
      <WidgetBoundary messages={messages} onError={onError}>
        {children(messages)}
      </WidgetBoundary>
    </section>
  );
}
