import { isBlank } from '@shared/kernel/typed/unseen';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useChange } from '../../../client/cache/use-change';
import { goInstead } from '../../../client/go';
import { sentenceOf } from '../../../client/transport/failure';
import { FormPage } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { TextArea } from '../../../ui/fields/text-area';
import { TextField } from '../../../ui/fields/text-field';
import { Section } from '../../../ui/section';

/** Stands in a choice for all regions, which have no id. */
const everywhere = 'all';

/** A new announcement: whose it is, its title and its text. Kept as a draft, to which a file may be added before it is published. */
export function WriteDesk() {
  const ask = useAsk(['competition', 'announcements', 'places'], () => api.competition.announcements({}));
  const places = (ask.data?.places ?? []).map(({ regionId, zh }) => ({ value: regionId ?? everywhere, zh }));
  const form = useTypedForm('announcement');
  const [chosen, setPlace] = form.field('place', '');
  const place = chosen || (places.length === 1 ? (places[0]?.value ?? '') : '');
  const [title, setTitle] = form.field('title', '');
  const [body, setBody] = form.field('body', '');
  const { run, busy, failure } = useChange(api.competition.writeAnnouncement, touches.competition);
  const missing = {
    regionId: place === '' && '还没有选，请选一项',
    title: isBlank(title) && '请填写标题',
    body: isBlank(body) && '请填写正文',
  };
  const errors = useFieldErrors(failure, missing);
  const save = async () => {
    const kept = await run({ regionId: place === everywhere ? null : place, title, body });
    if (!kept) return;
    form.sent();
    await goInstead('staff/announcement', { announcementId: kept.announcementId });
  };
  return (
    <FormPage
      title="写公告"
      state={ask.data ? 'ready' : ask.error ? 'error' : 'loading'}
      error={sentenceOf(ask.error)}
      onRetry={() => ask.refetch()}
      errors={errors}
      button={{ id: 'save', zh: '存为草稿', busy }}
      onSend={save}
    >
      <Section title="内容">
        <ChoiceField
          id="field-regionId"
          label="发给哪里"
          options={places}
          value={place}
          onChange={setPlace}
          error={errors.of('regionId')}
        />
        <TextField
          id="field-title"
          label="标题"
          max={40}
          value={title}
          onChange={setTitle}
          error={errors.of('title')}
        />
        <TextArea
          id="field-body"
          label="正文"
          hint="写明什么事、什么时间、找谁办"
          max={2000}
          value={body}
          onChange={setBody}
          error={errors.of('body')}
        />
      </Section>
    </FormPage>
  );
}
