import { momentZh } from '@shared/kernel/moment-words';
import { isBlank } from '@shared/kernel/typed/unseen';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Card } from '../../../ui/card';
import { TextArea } from '../../../ui/fields/text-area';
import { Tag } from '../../../ui/tag';
import type { Review } from './marks/mark-keeper';

/** Colleagues' notes on an entry: they never leave the office. */
export function ReviewNotes({ review, writes }: { review: Review; writes: boolean }) {
  const form = useTypedForm('note', review.entryId);
  const [body, setBody] = form.field('body', '');
  const { run, failure } = useChange(api.screening.addNote, touches.reviewNotes);
  const errors = useFieldErrors(failure, { body: null });
  const add = async () => {
    if (await run({ entryId: review.entryId, body: body.trim() })) form.sent();
  };
  return (
    <Card id="notes" title="内部备注" aside={<Tag>仅内部可见</Tag>}>
      {/* A place of its own: a new note is not to send the field below to WeChat again. */}
      <View>
        {review.notes.length === 0 ? <View className="xh-nothing">还没有备注</View> : null}
        {review.notes.map((note) => (
          <View key={note.id} id={`note-${note.id}`} className="xh-note">
            <View className="xh-words">{note.body}</View>
            <View className="xh-row-detail">
              {note.byZh} · {momentZh(note.at)}
            </View>
          </View>
        ))}
      </View>
      {writes ? (
        <AskedForm
          errors={errors}
          button={{ id: 'note-add', zh: '添加备注', kind: 'secondary', disabled: isBlank(body) }}
          onSend={add}
        >
          <TextArea
            id="note-body"
            label="写备注"
            hint="只有工作人员能看到，参赛者看不到"
            required={false}
            value={body}
            onChange={setBody}
            max={500}
            error={errors.of('body')}
          />
        </AskedForm>
      ) : null}
    </Card>
  );
}
