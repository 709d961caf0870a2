import { type ReactNode, type Ref, useId } from 'react';
import { useAccount } from '../src/account/AccountContext.ts';
import { catalogueOf } from '../src/i18n/catalogue.ts';
import { WidgetBoundary } from './WidgetBoundary.tsx';

export interface WidgetProps {
  title: (messages: NonNullable<ReturnType<typeof useAccount>['messages']>) => string;
  /** Level of the heading in the host's page. */
  headingLevel: 1 | 2 | 3 | 4 | 5 | 6;
  className?: string | undefined;
  onError?: ((error: Error) => void) | undefined;
  rootRef: Ref<HTMLElement>;
  children: ReactNode;
}

/** The frame of every widget: theme, language, heading, and a fallback should it break. */
export function Widget({
  title,
  headingLevel,
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
        {children}
      </WidgetBoundary>
    </section>
  );
}
