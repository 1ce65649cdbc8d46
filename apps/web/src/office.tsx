/** Starts the office's pages, apart from the public ones; knows all of their screens. What a role may not do isn't shown; the server decides all the same. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter, Navigate, Route, Routes } from "react-router";
import { OfficeTrouble } from "./office-server.ts";
import { isLarge, setLarge } from "./parts/large-type.ts";
import { Mishap } from "./parts/mishap.tsx";
import { BySide } from "./parts/office/by-side.tsx";
import { NothingHere } from "./parts/office/nothing-here.tsx";
import { OfficeShell } from "./parts/office/shell.tsx";
import { OwnConsultations } from "./screens/applicant/consultations/own-consultations.tsx";
import { InvitationPage } from "./screens/applicant/invitation/invitation.tsx";
import { Messages } from "./screens/applicant/messages/messages.tsx";
import { Self } from "./screens/applicant/self/self.tsx";
import { Unit } from "./screens/applicant/unit/unit.tsx";
import { UnitAccounts } from "./screens/applicant/unit/unit-accounts.tsx";
import { UnitFile } from "./screens/applicant/unit/unit-file.tsx";
import { Units } from "./screens/applicant/units/units.tsx";
import { Register } from "./screens/entry/register/register.tsx";
import { SignIn } from "./screens/entry/sign-in/sign-in.tsx";
import { BankAccounts } from "./screens/office/bank-accounts/bank-accounts.tsx";
import { ClaimsOfUnits } from "./screens/office/claims-of-units/claims-of-units.tsx";
import { Consultations } from "./screens/office/consultations/consultations.tsx";
import { DisputesPage } from "./screens/office/disputes/disputes.tsx";
import { Enterprise } from "./screens/office/enterprise/enterprise.tsx";
import { Enterprises } from "./screens/office/enterprises/enterprises.tsx";
import { Home } from "./screens/office/home/home.tsx";
import { Keys } from "./screens/office/keys/keys.tsx";
import { Ledger } from "./screens/office/ledger/ledger.tsx";
import { MappingForm } from "./screens/office/packages/mapping-form.tsx";
import { Mappings } from "./screens/office/packages/mappings.tsx";
import { OneClaim } from "./screens/office/packages/one-claim.tsx";
import { OnePackage } from "./screens/office/packages/one-package.tsx";
import { Packages } from "./screens/office/packages/packages.tsx";
import { Person } from "./screens/office/persons/person.tsx";
import { Persons } from "./screens/office/persons/persons.tsx";
import { Records } from "./screens/office/records/records.tsx";
import { RegisterImport } from "./screens/office/register-import/register-import.tsx";
import { RegisterPage } from "./screens/office/registers/register-page.tsx";
import { RegisterRows } from "./screens/office/registers/register-rows.tsx";
import { Registers } from "./screens/office/registers/registers.tsx";
import { Webhooks } from "./screens/office/webhooks/webhooks.tsx";

/** So long what was fetched isn't asked for again. */
const FRESH_MS = 10_000;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // What was refused is refused again; what broke on the way may go through.
      retry: (times, error) => times < 2 && !(error instanceof OfficeTrouble && error.status < 500),
      staleTime: FRESH_MS,
    },
  },
});

function Office() {
  return (
    <Routes>
      <Route path="sign-in" element={<SignIn />} />
      <Route path="register" element={<Register />} />
      <Route element={<OfficeShell />}>
        <Route index element={<Home />} />
        <Route path="packages" element={<Packages />} />
        <Route path="packages/:id" element={<OnePackage />} />
        <Route path="claims/:number" element={<OneClaim />} />
        <Route path="mappings" element={<Mappings />} />
        <Route path="mappings/:id" element={<MappingForm />} />
        <Route path="self" element={<Self />} />
        <Route path="persons" element={<Persons />} />
        <Route path="persons/:login" element={<Person />} />
        <Route path="keys" element={<Keys />} />
        <Route path="webhooks" element={<Webhooks />} />
        <Route path="records" element={<Records />} />
        <Route path="registers" element={<Registers />} />
        <Route path="registers/:kind" element={<RegisterPage />} />
        <Route path="registers/:kind/import" element={<RegisterImport />} />
        <Route path="registers/:kind/versions/:version" element={<RegisterRows />} />
        <Route path="ledger" element={<Ledger />} />
        <Route path="units" element={<Units />} />
        <Route path="units/:uscc" element={<Unit />} />
        <Route path="units/:uscc/file" element={<UnitFile />} />
        <Route path="units/:uscc/bank-accounts" element={<UnitAccounts />} />
        <Route path="invitation/:token" element={<InvitationPage />} />
        <Route path="enterprises" element={<Enterprises />} />
        <Route path="enterprises/:uscc" element={<Enterprise />} />
        <Route path="unit-claims" element={<ClaimsOfUnits />} />
        <Route path="disputes" element={<DisputesPage />} />
        <Route path="bank-accounts" element={<BankAccounts />} />
        <Route path="messages" element={<Messages />} />
        <Route path="consultations" element={<BySide applicant={<OwnConsultations />} office={<Consultations />} />} />
        <Route path="*" element={<NothingHere />} />
      </Route>
      <Route path="index.html" element={<Navigate to="/" replace />} />
    </Routes>
  );
}

setLarge(isLarge());
const root = document.getElementById("root");
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Mishap says="页面出错。已保存的内容没有丢失，请重新载入。">
        <QueryClientProvider client={queries}>
          <BrowserRouter basename="/office">
            <Office />
          </BrowserRouter>
        </QueryClientProvider>
      </Mishap>
    </StrictMode>,
  );
