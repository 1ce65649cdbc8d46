/** A file is being taken: how many rows, for how long already, and that nothing is taken by half. */
import { useEffect, useState } from "react";

const SECOND_MS = 1_000;

export function Taking({ rowCount }: { readonly rowCount: number }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="office-progress">
      <p role="status">正在导入 {rowCount.toLocaleString("zh-CN")} 行……中断了也不会只导入一半。</p>
      <progress aria-label="导入" />
      {seconds > 0 && <p className="office-hint">已用 {seconds} 秒</p>}
    </div>
  );
}
