import { useEffect, useState } from 'react';
import { useFlowMessages } from '../src/account/useFlowMessages.ts';
import type { GenAuthError } from '../src/sdk/failure.ts';
import { Button } from './Button.tsx';
import type { StepView } from './CodeStep.tsx';

/** What follows a failed call: the line for support, and word that the network is back. */
export function AfterFailure({ progress: { failure }, options, update }: StepView) {
  const messages = useFlowMessages();
  const isOffline = failure?.kind === 'offline';
  useEffect(() => {
    if (!isOffline) return;
    // Says so, and sends nothing: what was asked for then may not be wanted any more.
    const sayOnline = () => update({ failure: undefined, note: 'backOnline' });
    addEventListener('online', sayOnline);
    return () => removeEventListener('online', sayOnline);
  });
  if (failure?.kind === 'framed') return <WayOut />;
  if (!failure?.error) return null;
  const { error, at, isOfForm } = failure;
  // A problem at a field has no place beside it for another's words.
  const words = options.showServerMessage && !isOfForm ? error.serverMessage : undefined;
  return (
    <>
      {words && (
        <p className="genauth-support" dir="auto">
          {messages.serverSays(words)}
        </p>
      )}
      {error.requestId && (
        <SupportLine key={at} error={error} requestId={error.requestId} at={at} />
      )}
    </>
  );
}

/** The same page, where nobody else's is around it. A frame without an address of its own has none to offer. */
function WayOut() {
  const messages = useFlowMessages();
  const { protocol, href } = location;
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return (
    <a className="genauth-button" href={href} target="_blank" rel="noopener noreferrer">
      {messages.openPage}
    </a>
  );
}

interface SupportLineProps {
  error: GenAuthError;
  requestId: string;
  at: number;
}

/** Tells support which call it was and when, and nothing about the person: no number, no code. */
function SupportLine({ error, requestId, at }: SupportLineProps) {
  const messages = useFlowMessages();
  const [hasCopied, setCopied] = useState(false);
  const { apiCode, statusCode, httpStatus } = error;
  const code =
    apiCode === undefined ? `statusCode ${statusCode ?? httpStatus}` : `apiCode ${apiCode}`;
  const text = `requestId ${requestId}, ${code}, ${new Date(at).toISOString()}`;
  return (
    <p className="genauth-support">
      <span>{messages.support}</span> <bdi translate="no">{text}</bdi>{' '}
      <Button
        look="plain"
        onPress={() => {
          // Absent outside secure contexts; the text can be selected all the same.
          navigator.clipboard?.writeText(text).then(
            () => setCopied(true),
            () => undefined,
          );
        }}
      >
        {hasCopied ? messages.copied : messages.copy}
      </Button>
    </p>
  );
}
