/** To take away: the result as a workbook, or on paper. */
import { useState } from "react";
import { t } from "../../../words/t.ts";
import { today } from "./deadline.ts";
import type { WorkbookOf } from "./workbook.ts";

export function TakeAway(of: Omit<WorkbookOf, "on">) {
  const [failed, setFailed] = useState(false);
  const save = async () => {
    try {
      const [{ saveWorkbook }, { workbookOf }] = await Promise.all([import("./save-workbook.ts"), import("./workbook.ts")]);
      const { name } = of.result.applicant;
      const title = t("{name}-{year}年度测算.xlsx", { name: fileName(name) || t("申报档案"), year: of.result.year });
      await saveWorkbook(title, workbookOf({ ...of, on: today() }));
      setFailed(false);
    } catch {
      // What writes workbooks is fetched when it is wanted, and the net may be gone by then.
      setFailed(true);
    }
  };
  return (
    <div className="take-away">
      <button type="button" className="button" onClick={() => void save()}>
        {t("下载表格（xlsx）")}
      </button>
      <button type="button" className="button" onClick={() => window.print()}>
        {t("打印测算单")}
      </button>
      {failed ? <p role="alert">{t("表格没有做成，请检查网络后重试。")}</p> : null}
    </div>
  );
}

const fileName = (name: string): string => name.replace(/[\\/:*?"<>|]/g, "").slice(0, 60);
