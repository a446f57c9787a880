export type DecisionState = 'pending' | 'unsigned' | 'taken_back' | 'refused' | 'made' | 'fallen';

export type DecisionCommand = 'askSignature' | 'sign' | 'refuse' | 'takeBack' | 'make' | 'fall' | 'overtake';

export type DecisionEvent = 'decision.unsigned' | 'decision.refused' | 'decision.fallen';
