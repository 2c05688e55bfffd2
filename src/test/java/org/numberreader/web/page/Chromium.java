package org.numberreader.web.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium that is installed here, if one is; none is ever downloaded. */
record Chromium(Path program) {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            // A moving picture in place of a camera, and no question whether it may be used.
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream");

    /** The one that the property or variable {@code CHROMIUM} names, else Debian's, else one on the PATH. */
    static Optional<Chromium> find() {
        var named = Stream.of(
                Optional.ofNullable(System.getProperty("CHROMIUM")), Optional.ofNullable(System.getenv("CHROMIUM")));
        var usual = Stream.of("/usr/bin/chromium");
        return Stream.of(named.flatMap(Optional::stream), usual, onThePath())
                .flatMap(places -> places)
                .filter(place -> !place.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .map(Chromium::new);
    }

    private static Stream<String> onThePath() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> folder + "/" + name));
    }

    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(ARGUMENTS));
    }
}
