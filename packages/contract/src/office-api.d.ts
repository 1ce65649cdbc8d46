/** The office's interface as types, made from its routes: `npm run client` writes it anew. */
// biome-ignore-all lint: made by a program
// biome-ignore-all format: made by a program
export interface paths {
    "/api/office/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 谁在登录，能做什么 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: string;
                            appointments: {
                                from: string;
                                role: string;
                                territory: string | null;
                                to: string | null;
                                unit: string | null;
                            }[];
                            factors: string[];
                            login: string;
                            may: {
                                [key: string]: "self" | "own" | "territory" | "all";
                            };
                            name: string;
                            /** @enum {string} */
                            side: "applicant" | "office" | "partner" | "admin";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
