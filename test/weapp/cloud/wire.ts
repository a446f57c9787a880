/** Between the test and an instance of a function. */
export type Wanted = { event: unknown; openid: string };
export type Told = { result: unknown; waits: boolean } | { fault: string };
