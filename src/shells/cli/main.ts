#!/usr/bin/env node
import { main } from "#shells/cli/command-line";
import { processIo } from "#shells/cli/process-io";
import { shippedWorkshop } from "#shells/cli/shipped-workshop";
import { tuneCompiler } from "#study/runners/compiler";

tuneCompiler();
process.exitCode = await main(process.argv.slice(2), processIo(), shippedWorkshop);
