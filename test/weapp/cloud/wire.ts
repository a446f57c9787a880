/** Between the test and an instance of a function. No openid: nobody calls, a timer does. `now` in milliseconds. */
export type Wanted = { event: unknown; openid: string | null; now: number };
export type Told = { result: unknown; waits: boolean } | { fault: string };
