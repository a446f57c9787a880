import { Button } from '../../ui/button';
import type { FactView } from './answers';

interface Props {
  id: string;
  fact: Pick<FactView, 'zh' | 'evidence'>;
  onOpen: (uploadId: string) => Promise<void>;
}

/** The file by which a fact was checked, to open; nothing while there is none that was accepted. */
export function OpenEvidence({ id, fact: { zh, evidence }, onOpen }: Props) {
  if (evidence?.state !== 'accepted') return null;
  const { uploadId } = evidence;
  return (
    <Button id={id} kind="text" label={`查看依据文件，${zh}`} onTap={() => onOpen(uploadId)}>
      查看依据文件
    </Button>
  );
}
