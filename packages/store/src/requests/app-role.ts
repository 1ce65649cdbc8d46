/** The role that the rights of requests are granted to. Nobody signs in as it: logins take it on. */
export const APP_ROLE = "zhengdui_app";
