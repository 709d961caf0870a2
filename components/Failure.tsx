import { useState } from 'react';
import { useMessages } from '../src/account/AccountContext.ts';
import type { ServerProblemKind } from '../src/account/problem.ts';
import { useProblemText } from '../src/account/useProblemText.ts';
import type { GenAuthError } from '../src/sdk/failure.ts';
import { Button } from './Button.tsx';

/** A failed call, explained. */
export interface ShownFailure {
  kind: ServerProblemKind;
  /** Whether the problem is shown here, or at the field that it is about. */
  isOfForm: boolean;
  error?: GenAuthError;
}

/** What a failed call has to say outside the fields: problems of no field, and the line for support. */
export function Failure({ failure }: { failure: ShownFailure | undefined }) {
  const problemText = useProblemText();
  const { kind, isOfForm, error } = failure ?? {};
  return (
    <>
      <div role="alert">
        {kind && isOfForm && <p className="genauth-alert">{problemText({ kind })}</p>}
      </div>
      {error?.requestId && <SupportLine error={error} requestId={error.requestId} />}
    </>
  );
}

/** Tells support which call it was, and nothing about the person: no number, no code. */
function SupportLine({ error, requestId }: { error: GenAuthError; requestId: string }) {
  const messages = useMessages();
  const [hasCopied, setCopied] = useState(false);
  const { apiCode, statusCode } = error;
  const code = apiCode === undefined ? `statusCode ${statusCode}` : `apiCode ${apiCode}`;
  const text = `requestId ${requestId}, ${code}`;
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
