import { api } from '../../client/api';
import { useAsk } from '../../client/cache/use-ask';

export type ClassView = Awaited<ReturnType<typeof api.training.class>>;
export type OwnPart = NonNullable<ClassView['own']>;
export type ClassHead = Awaited<ReturnType<typeof api.training.classes>>['classes'][number];
export type Topic = Awaited<ReturnType<typeof api.training.classes>>['topics'][number];
export type ClassDeskView = Awaited<ReturnType<typeof api.training.classDesk>>;

export const classKey = (classId: string) => ['training', 'class', classId];
export const useClass = (classId: string) => useAsk(classKey(classId), () => api.training.class({ classId }));

export const deskKey = (classId: string) => ['training', 'classDesk', classId];
export const useClassDesk = (classId: string) => useAsk(deskKey(classId), () => api.training.classDesk({ classId }));
