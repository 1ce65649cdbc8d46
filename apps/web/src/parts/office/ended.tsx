/** Whether a row of a list still holds today, in words. */

export const Ended = ({ ended }: { readonly ended: boolean }) =>
  ended ? <span className="office-tag">已到期</span> : <>在期限内</>;
