/** Something that people's data stand in stops being served. `scope`: `service`, `edition:<id>`, `module:<room>`; `closesOn`: `YYYY-MM-DD`. */
export interface RightsEvents {
  'service.closing': { scope: string; whatZh: string; closesOn: string };
}
