export type PoliciesTables = {
  policy_version: {
    code: string;
    version: number;
    title_zh: string;
    summary_zh: string;
    body_zh: string;
    kind: string;
    doc_no: string;
    effective_from: string | null;
    effective_to: string | null;
    confirmed_zh: string;
    demonstration: boolean;
  };
};
