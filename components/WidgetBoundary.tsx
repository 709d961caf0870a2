import { Component, createRef, type ReactNode } from 'react';
import { callHost } from '../src/account/callHost.ts';
import type { Messages } from '../src/i18n/en.ts';
import { Button } from './Button.tsx';

interface WidgetBoundaryProps {
  messages: Messages;
  onError?: ((error: Error) => void) | undefined;
  children: ReactNode;
}

/** Shows a way on when something inside throws: a bug of ours, or a page that tore our nodes apart. */
export class WidgetBoundary extends Component<WidgetBoundaryProps, { hasBroken: boolean }> {
  override state = { hasBroken: false };

  static getDerivedStateFromError() {
    return { hasBroken: true };
  }

  readonly #fallback = createRef<HTMLDivElement>();

  override componentDidCatch(error: Error) {
    // What had the focus is gone.
    this.#fallback.current?.focus();
    callHost(this.props.onError, error);
  }

  override render() {
    const { messages, children } = this.props;
    if (!this.state.hasBroken) return children;
    return (
      <div className="genauth-form" tabIndex={-1} ref={this.#fallback}>
        <p role="alert" className="genauth-alert">
          {messages.somethingBroke}
        </p>
        <Button onPress={() => this.setState({ hasBroken: false })}>{messages.tryAgain}</Button>
      </div>
    );
  }
}
