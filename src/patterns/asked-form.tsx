import type { ComponentProps, ReactNode } from 'react';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';
import type { FieldErrors } from './use-field-errors';

interface Asked {
  /** What stands beside the fields (`useFieldErrors`). */
  errors: Pick<FieldErrors, 'general' | 'complete'>;
  /** Done when nothing is missing; the button is busy until it is done. */
  onSend: () => unknown;
  /** The fields. */
  children: ReactNode;
}

interface Sent {
  id: string;
  zh: string;
  kind?: 'primary' | 'secondary' | 'danger';
  busy?: boolean;
  disabled?: boolean;
}

interface Props extends Asked {
  button: Sent;
  /** Stands under the refusal, where more is known of it. */
  more?: ReactNode;
}

const refusalOf = (general: string | null, more?: ReactNode) =>
  general === null ? null : more ? (
    <Notice tone="error" title={general}>
      {more}
    </Notice>
  ) : (
    <Notice tone="error">{general}</Notice>
  );

const sendingButton = ({ errors, onSend }: Asked, { id, zh, kind = 'primary', ...how }: Sent) => (
  <Button id={id} kind={kind} {...how} onTap={() => (errors.complete() ? onSend() : undefined)}>
    {zh}
  </Button>
);

/**
 * A form in a sheet, a card or a section that is sent as a whole: its fields, what the server says of all of it, one button. While something
 * is missing nothing is sent, and the first field that lacks it comes into sight.
 */
export function AskedForm(props: Props) {
  return (
    <>
      {props.children}
      {refusalOf(props.errors.general, props.more)}
      {sendingButton(props, props.button)}
    </>
  );
}

type FormPageProps = Asked & { button: Sent } & Pick<
    ComponentProps<typeof Page>,
    'title' | 'state' | 'error' | 'onRetry'
  >;

/** The same as a page of its own: the button and the refusal stand in the bar at the bottom, in sight however long the form is. */
export function FormPage({ errors, onSend, button, children, ...page }: FormPageProps) {
  return (
    <Page {...page} refused={errors.general} action={sendingButton({ errors, onSend, children }, button)}>
      {children}
    </Page>
  );
}
