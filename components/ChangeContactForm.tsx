import { useEffect, useState } from 'react';
import { useAccount } from '../src/account/AccountContext.ts';
import type { BegunChange } from '../src/account/begunChange.ts';
import { storeChange } from '../src/account/begunChangeStore.ts';
import type { Proof } from '../src/account/contact.ts';
import { contactsOfUser } from '../src/account/contactsOfUser.ts';
import type { ServerProblemKind } from '../src/account/problem.ts';
import type { Purpose } from '../src/account/sendLog.ts';
import { settingsOf } from '../src/account/settings.ts';
import { useContactMessages } from '../src/account/useContactMessages.ts';
import { useLazyModule } from '../src/account/useLazyModule.ts';
import { Button } from './Button.tsx';
import { CodeForm } from './CodeForm.tsx';
import type { FormOptions } from './ContactWidgetProps.ts';
import { changeWords } from './changeWords.ts';
import type { PresentContactUi } from './contactUi.ts';
import { HelpButton } from './HelpButton.tsx';
import { OldCodeAgain, useOldCode } from './OldCodeAgain.tsx';
import { Step } from './Step.tsx';
import { unbroken } from './unbroken.ts';
import { useBegunChange } from './useBegunChange.ts';
import { type CountryOptions, useRules } from './useRules.ts';

export interface ChangeContactFormProps {
  ui: PresentContactUi;
  current: string;
  options: FormOptions & CountryOptions;
  /** As what the server is asked for a code to the new contact. */
  newPurpose?: Purpose;
  onDone: (result: { masked: string }) => void;
}

const WANTS_OLD: readonly ServerProblemKind[] = ['oldPhoneUnverified', 'oldEmailUnverified'];
/** What only another confirmation of the present contact can mend. */
const GOES_BACK: readonly ServerProblemKind[] = [
  'oldPhoneUnverified',
  'oldEmailUnverified',
  'verificationExpired',
];

/**
 * Replaces a contact: a code to the current one, where the tenant wants that, then one to the new one.
 * Both forms stay while the change lasts, so that no way back loses what was typed.
 */
export function ChangeContactForm(props: ChangeContactFormProps) {
  const begun = useBegunChange(props.ui, props.current);
  if (begun === 'reading') return <div className="genauth-skeleton" aria-busy="true" />;
  return <Steps {...props} begun={begun} />;
}

interface StepsProps extends ChangeContactFormProps {
  /** Where a reload has interrupted it; heard once. */
  begun: BegunChange | undefined;
}

function Steps({ ui, current, options, newPurpose = 'changeNew', onDone, begun }: StepsProps) {
  const messages = useContactMessages();
  const words = changeWords[ui.kind];
  const { client } = useAccount();
  const settings = useLazyModule(settingsOf(client));
  const [old, setOld] = useState<Proof>();
  const [isOldLost, setOldLost] = useState(begun?.isOldLost ?? false);
  const [step, setStep] = useState<'old' | 'new'>(begun ? 'new' : 'old');
  const oldRules = useRules({});
  const newRules = useRules(options, current);
  const masked = contactsOfUser[ui.kind].masked(current);
  const [lastKind, setLastKind] = useState<ServerProblemKind>();
  // What the server wants beats what the tenant's settings say, from then on.
  const [isOldWanted, setOldWanted] = useState(false);
  const isOneStep = settings !== undefined && ui.verifiesOld(settings) === false && !isOldWanted;
  const shown = isOneStep ? 'new' : step;
  const sentBackBy = lastKind && GOES_BACK.includes(lastKind) ? lastKind : undefined;

  const flow = useLazyModule(ui.flowModule);
  const isSecond = shown === 'new' && !isOneStep;
  useEffect(() => {
    if (!isSecond) storeChange(ui.kind, undefined);
    else flow?.noteChange(ui.kind, current, { isOldLost });
  }, [isSecond, flow, ui.kind, current, isOldLost]);
  const isOldAsked = isSecond && !isOldLost && old === undefined;
  const oldAgain = useOldCode(current, oldRules.codeLength);

  // Changed by another device: what was proved of the contact before is worth nothing now.
  const [about, setAbout] = useState(current);
  if (about !== current) {
    setAbout(current);
    setOld(undefined);
    setOldLost(false);
    setLastKind(undefined);
    setStep('old');
  }

  return (
    <>
      {!isOneStep && (
        <Step
          title={messages.stepTitle(1, 2, messages[words.confirmOld])}
          isShown={shown === 'old'}
        >
          <p className="genauth-text">{messages.oldCodeText(unbroken(masked))}</p>
          <div role="alert">
            {sentBackBy && (
              <p className="genauth-alert">
                {ui.flowModule.now()?.problemText(messages, { kind: sentBackBy })}
              </p>
            )}
          </div>
          {sentBackBy && (
            <HelpButton
              options={options}
              reason={isOldLost ? 'contactLost' : sentBackBy}
              operation={ui.words.change}
            />
          )}
          <CodeForm
            key={current}
            {...ui}
            purpose="changeOld"
            fixedTo={current}
            rules={oldRules}
            hooks={options}
            options={options}
            codeLabel={messages[words.oldCode]}
            codeHint={messages[ui.words.codeHint]}
            submitLabel={messages.goOn}
            operation={ui.words.change}
            doneText={ui.words.changed}
            act={async (account, proof, signal) => {
              const { checkCode, contact } = await ui.flowModule.load();
              await checkCode(account.client, contact, 'changeOld', proof, signal);
              setOld(proof);
              setOldLost(false);
              setLastKind(undefined);
              setStep('new');
              return 'kept';
            }}
          />
          <Button
            look="plain"
            onPress={() => {
              setOld(undefined);
              setOldLost(true);
              setStep('new');
            }}
          >
            {messages.oldLost}
          </Button>
        </Step>
      )}
      <Step
        title={isOneStep ? undefined : messages.stepTitle(2, 2, messages[words.confirmNew])}
        isShown={shown === 'new'}
        onBack={isOneStep ? undefined : () => setStep('old')}
      >
        {isOldLost && (
          <>
            <p className="genauth-text">{messages.oldLostText}</p>
            <HelpButton options={options} reason="contactLost" operation={ui.words.change} />
          </>
        )}
        {isOldAsked && (
          <OldCodeAgain
            flowModule={ui.flowModule}
            old={oldAgain}
            label={messages[words.oldCode]}
            hint={messages.oldCodeAgain}
            next={ui.kind}
          />
        )}
        <CodeForm
          {...ui}
          purpose={newPurpose}
          rules={newRules}
          hooks={options}
          options={options}
          fieldLabel={messages[words.newContact]}
          codeLabel={messages[words.newCode]}
          codeHint={messages[ui.words.codeHint]}
          submitLabel={messages[ui.words.change]}
          operation={ui.words.change}
          doneText={ui.words.changed}
          hasTwoCodes={old !== undefined || isOldAsked}
          onProblem={(kind) => {
            setLastKind(kind);
            if (WANTS_OLD.includes(kind)) setOldWanted(true);
            if (GOES_BACK.includes(kind)) setStep('old');
          }}
          act={async (account, next, signal) => {
            const flow = await ui.flowModule.load();
            const proof = isOldAsked ? await oldAgain.prove(flow, account, signal) : old;
            if (isOldAsked && !proof) return 'kept';
            return flow.changeContact(flow.contact, account, { old: proof, next }, signal);
          }}
          onDone={(done) => {
            storeChange(ui.kind, undefined);
            onDone(done);
          }}
        />
      </Step>
    </>
  );
}
